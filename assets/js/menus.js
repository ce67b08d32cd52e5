// Menus are <details>: they open without scripting. With it they close on Escape and on a press elsewhere.
export function startMenus() {
  const open = () => document.querySelectorAll("details[data-menu][open]")
  document.addEventListener("click", event => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false
  })
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return
    for (const menu of open()) { menu.open = false; menu.querySelector("summary")?.focus() }
  })
}
