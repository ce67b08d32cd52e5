// Gathers the icons named in lvzhi/ui/icons.json from @tabler/icons into one sprite, and copies the mark,
// the manifest and the early script into front/. Nothing of the package enters the repository.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..")
const shelf = join(root, "node_modules", "@tabler", "icons", "icons", "outline")
const wanted = JSON.parse(readFileSync(join(root, "lvzhi", "ui", "icons.json"), "utf8"))
const front = join(root, "front")
mkdirSync(front, { recursive: true })

const symbols = Object.entries(wanted).map(([name, file]) => {
  const path = join(shelf, `${file}.svg`)
  if (!existsSync(path)) throw new Error(`icons.json: "${name}" asks for "${file}", which @tabler/icons does not have`)
  const inner = readFileSync(path, "utf8")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^[\s\S]*?<svg[\s\S]*?>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, "")
    .replace(/\s*\n\s*/g, "")
  return `<symbol id="i-${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${inner}</symbol>`
})
writeFileSync(join(front, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`)

for (const file of ["brand.svg", "favicon.svg", "manifest.webmanifest", "early.js"])
  copyFileSync(join(root, "assets", file), join(front, file))
console.log(`front/icons.svg: ${symbols.length} icons`)
