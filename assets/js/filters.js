// Filters: empty fields stay out of the address; where asked for, a changed choice sends the form.
export function startFilters() {
  document.addEventListener("submit", event => {
    const form = event.target
    if (!form.matches("form[data-filter]") || form.hasAttribute("hx-get")) return
    const empty = [...form.elements].filter(field => field.name && !field.value && !field.disabled)
    for (const field of empty) field.disabled = true
    setTimeout(() => { for (const field of empty) field.disabled = false }, 0)
  })
  document.addEventListener("change", event => {
    const form = event.target.closest?.("form[data-filter-auto]")
    if (form && event.target.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit()
  })
  document.addEventListener("htmx:configRequest", event => {
    if (!event.detail.elt.matches?.("form[data-filter]")) return
    const sent = event.detail.parameters
    for (const name of Object.keys(sent)) if (sent[name] === "") delete sent[name]
  })
}
