// Words for the ear (a live region) and, where something failed, for the eye.
export function say(text) {
  const live = document.getElementById("lz-live")
  if (live) { live.textContent = ""; setTimeout(() => { live.textContent = text }, 50) }
}

let timer
export function warn(text) {
  const toast = document.getElementById("lz-toast")
  if (!toast) return
  toast.hidden = false
  toast.textContent = text
  clearTimeout(timer)
  timer = setTimeout(() => { toast.hidden = true }, 8000)
}

// Runs now and again for every part that htmx brings in.
export function onParts(run) {
  run(document)
  document.addEventListener("htmx:load", event => run(event.target))
}
