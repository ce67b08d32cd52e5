// A button that prints the page; without scripting the browser's own menu does.
export function startPrint() {
  document.addEventListener("click", event => { if (event.target.closest?.("[data-print]")) window.print() })
}
