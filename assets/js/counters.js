import { onParts } from "./say.js"

// What is not counted, as the server counts it: data-count names it; without the attribute every character counts.
const LEFT_OUT = { blanks: /\s/gu, punctuation: /\p{P}/gu }

function length(text, skips) {
  if (skips === undefined) return [...text].length
  const bare = skips.split(" ").filter(Boolean).reduce((rest, what) => rest.replace(LEFT_OUT[what], ""), text.replace(/[\r\n]/g, ""))
  return [...bare].length
}

function said(used, least, limit) {
  if (limit && used > limit) return `已写 ${used} 字，超出 ${used - limit} 字`
  if (least && used < least) return `已写 ${used} 字，至少 ${least} 字，还差 ${least - used} 字`
  return limit ? `已写 ${used} 字，还可写 ${limit - used} 字` : `已写 ${used} 字`
}

export function startCounters() {
  onParts(part => {
    for (const area of part.querySelectorAll("textarea[data-limit], textarea[data-count]")) {
      const counter = part.querySelector(`[data-counter="${area.id}"]`)
      if (!counter || area.dataset.counted) continue
      area.dataset.counted = "1"
      const limit = Number(area.dataset.limit || 0), least = Number(area.dataset.least || 0)
      const show = () => {
        const used = length(area.value, area.dataset.count)
        counter.textContent = said(used, least, limit)
        counter.toggleAttribute("data-over", Boolean(limit) && used > limit)
      }
      area.addEventListener("input", show)
      show()
    }
    for (const total of part.querySelectorAll("[data-total]")) {
      if (total.dataset.counted) continue
      total.dataset.counted = "1"
      const form = total.closest("form"), names = total.dataset.total.split(" "), limit = Number(total.dataset.limit)
      const skips = total.dataset.count ?? "blanks", how = total.dataset.how
      const show = () => {
        const used = names.reduce((sum, name) => sum + length(form.elements[name].value, skips), 0)
        total.textContent = used > limit ? `以上合计 ${used} 字，超出 ${used - limit} 字` : `以上合计 ${used} 字，还可写 ${limit - used} 字（上限 ${limit} 字，${how}）`
        total.toggleAttribute("data-over", used > limit)
      }
      for (const name of names) form.elements[name].addEventListener("input", show)
      show()
    }
  })
}
