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
    for (const total of part.querySelectorAll("[data-total]")) {
      if (total.dataset.counted) continue
      total.dataset.counted = "1"
      const form = total.closest("form"), names = total.dataset.total.split(" "), limit = Number(total.dataset.limit)
      const show = () => {
        const used = names.reduce((sum, name) => sum + [...form.elements[name].value.replace(/\s/g, "")].length, 0)
        total.textContent = used > limit ? `以上合计 ${used} 字，超出 ${used - limit} 字` : `以上合计 ${used} 字，还可写 ${limit - used} 字（上限 ${limit} 字，空白不计）`
        total.toggleAttribute("data-over", used > limit)
      }
      for (const name of names) form.elements[name].addEventListener("input", show)
      show()
    }
  })
}
