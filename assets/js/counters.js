import { onParts } from "./say.js"

export function startCounters() {
  onParts(part => {
    for (const area of part.querySelectorAll("textarea[data-limit]")) {
      const counter = part.querySelector(`[data-counter="${area.id}"]`)
      if (!counter || area.dataset.counted) continue
      area.dataset.counted = "1"
      const limit = Number(area.dataset.limit)
      const show = () => {
        const used = [...area.value].length
        counter.textContent = used > limit ? `已写 ${used} 字，超出 ${used - limit} 字` : `已写 ${used} 字，还可写 ${limit - used} 字`
        counter.toggleAttribute("data-over", used > limit)
      }
      area.addEventListener("input", show)
      show()
    }
  })
}
