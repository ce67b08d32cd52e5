// One press chooses the same answer everywhere in the form: data-fill names the value.
import { say } from "./say.js"

export function startFill() {
  document.addEventListener("click", event => {
    const button = event.target.closest?.("button[data-fill]")
    if (!button) return
    for (const choice of button.form.querySelectorAll("input[type=radio]")) {
      if (choice.value === button.dataset.fill) choice.checked = true
    }
    say(`各项都已选“${button.textContent.trim()}”`)
  })
}
