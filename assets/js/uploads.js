import { onParts } from "./say.js"

function size(bytes) {
  for (const unit of ["字节", "KB", "MB"]) {
    if (bytes < 1024) return `${Math.round(bytes * 10) / 10} ${unit}`
    bytes /= 1024
  }
  return `${Math.round(bytes * 10) / 10} GB`
}

export function startUploads() {
  onParts(part => {
    for (const box of part.querySelectorAll("[data-upload]")) {
      const input = box.querySelector("input[type=file]")
      const list = box.querySelector("[data-upload-list]")
      if (!input || !list || box.dataset.ready) continue
      box.dataset.ready = "1"
      input.addEventListener("change", () => {
        list.replaceChildren(...[...input.files].map(file => {
          const line = document.createElement("li")
          line.textContent = `${file.name}　${size(file.size)}`
          return line
        }))
      })
    }
  })
}
