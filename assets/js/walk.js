// From claim to claim with the arrow keys, in the text or in the list beside it; what is said of it comes along.
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

function follow(stop) {
  for (const old of document.querySelectorAll("[data-walk] .is-here")) old.classList.remove("is-here")
  const other = document.getElementById(stop.hash.slice(1))
  if (!other) return
  other.classList.add("is-here")
  other.scrollIntoView({ block: "nearest" })
}

export function startWalk() {
  document.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const here = STEPS[event.key] && event.target.closest?.("[data-walk] a[data-stop]")
    if (!here) return
    const stops = [...here.closest("[data-walk]").querySelectorAll("a[data-stop]")]
    const next = stops[stops.indexOf(here) + STEPS[event.key]]
    if (!next) return
    event.preventDefault()
    next.focus({ preventScroll: true })
    next.scrollIntoView({ block: "center" })
  })
  document.addEventListener("focusin", event => {
    const here = event.target.closest?.("[data-walk] a[data-stop]")
    if (here) follow(here)
  })
}
