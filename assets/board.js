// Charts of the desk of numbers. Each is drawn from its own table: without scripting the table stands alone.
import { BarChart } from "echarts/charts"
import { GridComponent } from "echarts/components"
import { init, use } from "echarts/core"
import { SVGRenderer } from "echarts/renderers"

use([BarChart, GridComponent, SVGRenderer])

const style = getComputedStyle(document.documentElement)
const colour = name => style.getPropertyValue(`--lz-${name}`).trim()
const INK = colour("ink"), SOFT = colour("soft"), SEAL = colour("seal"), LINE = colour("line"), SHEET = "#fff"
const LETTER = 13, ROW = 30, PAIR = 46, UPRIGHT = 230, WIDEST = 8

// Stripes tell last year's bars from this year's where there is no colour.
const STRIPES = { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4, color: SOFT }

function read(table) {
  return [...table.querySelectorAll("tr[data-bar]")].map(row => ({
    label: row.querySelector("th").textContent.trim(),
    cells: [...row.querySelectorAll("td")].map(cell => {
      const link = cell.querySelector("a")
      const value = cell.dataset.value
      const voice = link?.querySelector(".lz-unseen")?.textContent ?? ""
      return { value: value === "" ? null : Number(value), text: link ? link.textContent.slice(voice.length) : "", url: link?.href }
    }),
  }))
}

function folded(label, letters) {
  const lines = []
  for (let at = 0; at < label.length; at += letters) lines.push(label.slice(at, at + letters))
  return lines.slice(0, 2).join("\n") + (lines.length > 2 ? "…" : "")
}

function series(rows, place, plot, years) {
  const now = place === 0
  return {
    type: "bar",
    name: now ? plot.dataset.now : plot.dataset.was,
    barMaxWidth: years ? 44 : 16,
    barMinHeight: 1,
    cursor: "pointer",
    data: rows.map(row => row.cells[place]?.value ?? null),
    itemStyle: now
      ? { color: SEAL, borderColor: SEAL, borderWidth: 1 }
      : { color: SHEET, borderColor: SOFT, borderWidth: 1, decal: STRIPES },
    emphasis: { disabled: true },
    label: {
      show: true,
      position: years ? "top" : "right",
      color: INK,
      fontSize: LETTER,
      fontFamily: style.getPropertyValue("--lz-font"),
      formatter: at => rows[at.dataIndex].cells[place].text,
    },
  }
}

function options(plot, rows) {
  const years = plot.dataset.plot === "years", narrow = plot.clientWidth < 480
  const two = rows.some(row => row.cells.length > 1)
  const text = { color: INK, fontSize: LETTER, fontFamily: style.getPropertyValue("--lz-font") }
  const names = {
    type: "category",
    data: rows.map(row => row.label),
    inverse: !years,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: SOFT } },
    axisLabel: { ...text, interval: 0, formatter: label => folded(label, years ? 7 : narrow ? 6 : WIDEST + 2) },
  }
  const values = {
    type: "value",
    min: 0,
    max: plot.dataset.top ? Number(plot.dataset.top) : undefined,
    minInterval: 1,
    axisLabel: { show: false },
    splitLine: { lineStyle: { color: LINE } },
  }
  return {
    animation: false,
    grid: { left: 4, right: years ? 8 : 84, top: years ? 24 : 4, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: years ? names : values,
    yAxis: years ? values : names,
    series: two ? [series(rows, 0, plot, years), series(rows, 1, plot, years)] : [series(rows, 0, plot, years)],
  }
}

function draw(plot) {
  const data = plot.parentElement.querySelector(".lz-plot-data")
  const rows = read(data)
  if (!rows.length) return
  const two = rows.some(row => row.cells.length > 1)
  plot.hidden = false
  plot.style.height = `${plot.dataset.plot === "years" ? UPRIGHT : rows.length * (two ? PAIR : ROW) + 12}px`
  const chart = init(plot, null, { renderer: "svg" })
  const show = () => {
    chart.setOption(options(plot, rows))
    // with its own measure a picture grows and shrinks with the sheet of paper
    plot.querySelector("svg")?.setAttribute("viewBox", `0 0 ${chart.getWidth()} ${chart.getHeight()}`)
  }
  show()
  chart.on("click", at => {
    const url = rows[at.dataIndex]?.cells[at.seriesIndex]?.url
    if (url) location.assign(url)
  })
  data.open = Boolean(plot.closest(".lz-organ-sheet"))
  let wide = plot.clientWidth
  new ResizeObserver(() => {
    if (!plot.clientWidth || plot.clientWidth === wide) return
    wide = plot.clientWidth
    chart.resize()
    show()
  }).observe(plot)
}

for (const plot of document.querySelectorAll("[data-plot]")) draw(plot)

const folds = document.querySelectorAll(".lz-plot-data")
let shut = []
window.addEventListener("beforeprint", () => {
  shut = [...folds].filter(one => !one.open)
  for (const one of shut) one.open = true
})
window.addEventListener("afterprint", () => { for (const one of shut) one.open = false })
