// The member picker: htmx brings the matches, arrows and Enter choose, chosen ones are boxes that can be unticked.
import { onParts, say } from "./say.js"

function choose(box, option) {
  if (!option?.dataset.key) return
  const picked = box.querySelector("[data-picked]")
  const input = box.querySelector("[data-picker-input]")
  const name = box.dataset.picker
  if (box.hasAttribute("data-single")) picked.replaceChildren()
  const there = [...picked.querySelectorAll("input")].find(each => each.value === option.dataset.key)
  if (there) there.checked = true
  else {
    const line = document.createElement("li")
    const label = document.createElement("label")
    const tick = Object.assign(document.createElement("input"), { type: "checkbox", name, value: option.dataset.key, checked: true })
    const words = document.createElement("span")
    words.textContent = option.dataset.label
    label.append(tick, words)
    line.append(label)
    picked.append(line)
  }
  input.value = ""
  close(box)
  say(`已选 ${option.dataset.label}`)
  picked.querySelector("input")?.dispatchEvent(new Event("change", { bubbles: true }))
  input.focus()
}

function close(box) {
  const list = box.querySelector("[role=listbox]")
  list.hidden = true
  list.replaceChildren()
  const input = box.querySelector("[data-picker-input]")
  input.setAttribute("aria-expanded", "false")
  input.removeAttribute("aria-activedescendant")
}

function mark(box, step) {
  const options = [...box.querySelectorAll("[role=option][data-key]")]
  if (!options.length) return
  const now = options.findIndex(each => each.getAttribute("aria-selected") === "true")
  const next = (now + step + options.length) % options.length
  options.forEach((each, at) => {
    each.setAttribute("aria-selected", String(at === next))
    each.id ||= `${box.dataset.picker}-option-${at}`
  })
  box.querySelector("[data-picker-input]").setAttribute("aria-activedescendant", options[next].id)
  options[next].scrollIntoView({ block: "nearest" })
}

export function startPickers() {
  onParts(part => {
    for (const box of part.querySelectorAll("[data-picker]")) {
      const input = box.querySelector("[data-picker-input]")
      if (!input || box.dataset.ready) continue
      box.dataset.ready = "1"
      const list = box.querySelector("[role=listbox]")
      list.addEventListener("htmx:afterSwap", () => {
        list.hidden = !input.value.trim()
        input.setAttribute("aria-expanded", String(!list.hidden))
      })
      list.addEventListener("mousedown", event => event.preventDefault()) // keeps the field's focus
      list.addEventListener("click", event => choose(box, event.target.closest("[role=option]")))
      input.addEventListener("keydown", event => {
        if (list.hidden) { if (event.key === "Enter" && input.value.trim()) event.preventDefault(); return }
        if (event.key === "ArrowDown") { event.preventDefault(); mark(box, 1) }
        else if (event.key === "ArrowUp") { event.preventDefault(); mark(box, -1) }
        else if (event.key === "Escape") { event.preventDefault(); close(box) }
        else if (event.key === "Enter") {
          event.preventDefault()
          const options = box.querySelectorAll("[role=option][data-key]")
          choose(box, box.querySelector("[role=option][aria-selected=true]") || (options.length === 1 ? options[0] : null))
        }
      })
      input.addEventListener("blur", () => setTimeout(() => { if (!box.contains(document.activeElement)) close(box) }, 150))
    }
  })
}
