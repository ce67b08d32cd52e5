// A button that puts its value where the cursor stands in a text; without this it is sent and put at the end.
import { say } from "./say.js"

export function startInsert() {
  document.addEventListener("click", event => {
    const button = event.target.closest?.("button[data-insert]")
    const field = button && document.getElementById(button.dataset.insert)
    if (!field) return
    event.preventDefault()
    field.setRangeText(button.value, field.selectionStart, field.selectionEnd, "end")
    field.dispatchEvent(new Event("input", { bubbles: true }))
    field.focus()
    say(`已插入${button.value}`)
  })
}
