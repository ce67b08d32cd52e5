// Everything here makes a page more comfortable; none of it is needed for the page to work.
import htmx from "htmx.org"
import Alpine from "@alpinejs/csp"
import { startAutosave } from "./js/autosave.js"
import { startCounters } from "./js/counters.js"
import { startDialogs } from "./js/dialogs.js"
import { startFill } from "./js/fill.js"
import { startFilters } from "./js/filters.js"
import { startHtmx } from "./js/htmx.js"
import { startInsert } from "./js/insert.js"
import { startMenus } from "./js/menus.js"
import { startOnce } from "./js/once.js"
import { startPasskeys } from "./js/passkey.js"
import { startPickers } from "./js/picker.js"
import { startPrint } from "./js/print.js"
import { startSize } from "./js/size.js"
import { startUploads } from "./js/uploads.js"
import { startWalk } from "./js/walk.js"

window.htmx = htmx
window.Alpine = Alpine

// <div x-data="fold"> … x-bind="toggle" … x-bind="part": a part that opens and closes and says so
Alpine.data("fold", () => ({
  open: false,
  flip() { this.open = !this.open },
  toggle: {
    ["x-on:click"]() { this.flip() },
    ["x-bind:aria-expanded"]() { return String(this.open) },
  },
  part: { ["x-bind:hidden"]() { return !this.open } },
}))

startHtmx(htmx)
startDialogs() // before startOnce: a question comes before the guard
startOnce()
startSize()
startMenus()
startPasskeys()
startCounters()
startFilters()
startFill()
startInsert()
startPrint()
startPickers()
startUploads()
startWalk()
startAutosave()
for (const summary of document.querySelectorAll("[data-summary]")) summary.focus()
Alpine.start()
