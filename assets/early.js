// Loaded before the page is painted: parts that need scripting are hidden without it and the other way round.
document.documentElement.classList.remove("no-js")
document.documentElement.classList.add("js")
