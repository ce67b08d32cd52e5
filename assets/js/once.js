// One submission counts once: the button rests after the first press, and the hidden field "once" lets the server
// tell a repeated request. Under plain http crypto.randomUUID does not exist, getRandomValues does.
function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(18))
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_")
}

export function startOnce() {
  document.addEventListener("submit", event => {
    const form = event.target
    if (event.defaultPrevented || form.method !== "post" || form.target) return
    if (form.dataset.sending) { event.preventDefault(); return }
    const field = form.querySelector("input[name=once]")
    if (field && !field.value) field.value = fresh()
    form.dataset.sending = "1"
    const button = event.submitter || form.querySelector("[type=submit], button:not([type])")
    setTimeout(() => { // later: a disabled button's own name and value would not be sent
      for (const each of form.querySelectorAll("button")) each.setAttribute("aria-disabled", "true")
      if (button) { button.dataset.words = button.textContent; button.setAttribute("aria-busy", "true") }
    }, 0)
  })
  document.addEventListener("htmx:beforeRequest", event => {
    const form = event.target
    if (!form.matches("form[hx-post], form[data-hx-post]")) return
    if (form.dataset.sending) event.preventDefault()
    else form.dataset.sending = "1"
  })
  const release = forms => {
    for (const form of forms) {
      delete form.dataset.sending
      for (const each of form.querySelectorAll("button")) { each.removeAttribute("aria-disabled"); each.removeAttribute("aria-busy") }
    }
  }
  window.addEventListener("pageshow", () => release(document.querySelectorAll("form[data-sending]")))
  document.addEventListener("htmx:afterRequest", event => { if (event.target.matches("form[data-sending]")) release([event.target]) })
}
