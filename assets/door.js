// Sign-in at the door. The list is taken along while there is a network; entries lie on the device until the server has
// taken them, and each carries a random id, so that a second sending changes nothing.
import { openShelf } from "./js/shelf.js"

const SOON = 800, AGAIN = 20000, AT_ONCE = 200, CODE = /^\d{6}$/
const NOTED = { leave: "请假", leave_refused: "请假未准", absent: "已登记缺席", official: "公假", replaced: "由他人代会" }
const el = id => document.getElementById(`door-${id}`)
const data = document.body.dataset
let shelf, door, entries = [], shown = "away", reach = navigator.onLine, ready = false, busy = false, timer, asked, fault = ""

const newId = () => crypto.randomUUID ? crypto.randomUUID() : "10000000-1000-4000-8000-100000000000".replace(/[018]/g, c =>
  (+c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> +c / 4).toString(16))
const clock = at => { const d = new Date(at); return `${String(d.getHours()).padStart(2, "0")}:${String(d.getMinutes()).padStart(2, "0")}` }

function tell(text, tone = "good") {
  const line = el("told")
  line.hidden = !text
  line.dataset.tone = tone
  line.textContent = text
}

// --- the list and who of it is here

const noted = () => new Map(entries.filter(one => one.person && one.outcome !== "declined").map(one => [one.person, one]))
const people = () => door?.list?.people || []

function counts() {
  const own = noted(), here = people().filter(one => one.here || own.has(one.id)).length
  const guests = new Set(entries.filter(one => one.way === "guest" && one.outcome !== "declined").map(one => `${one.name} ${one.body}`))
  const known = people().filter(one => guests.has(`${one.name} ${one.body}`)).length
  return { here: here + guests.size - known, all: people().length, away: people().length - here }
}

function fits(one, words) {
  if (!words) return true
  return one.name.includes(words) || one.initials.startsWith(words) || one.pinyin.startsWith(words)
}

function draw() {
  const list = door?.list
  el("work").hidden = !list
  const unsent = entries.filter(one => !one.sent).length
  const parts = [reach ? "在线" : "离线", `已存 ${entries.length} 条`, unsent ? `待上传 ${unsent} 条` : entries.length ? "全部已上传" : "还没有签到"]
  if (list && ready) parts.push("断网可用")
  el("state").textContent = list ? parts.join(" · ") : fault || "没有取到名单"
  el("state").dataset.state = !list || fault ? "bad" : !reach ? "off" : unsent ? "wait" : "on"
  if (!list) return
  el("title").textContent = list.title
  el("sub").textContent = [list.sitting, list.when, list.place, list.device].filter(Boolean).join(" · ")
  const sums = counts()
  el("here").textContent = sums.here
  el("away").textContent = sums.away
  el("all").textContent = sums.all
  drawList()
}

function drawList() {
  const own = noted(), words = el("q").value.trim().toLowerCase()
  const rows = people().filter(one => {
    const here = one.here || own.has(one.id)
    return fits(one, /^\d/.test(words) ? "" : words) && (words && !/^\d/.test(words) || shown === "all" || (shown === "here") === here)
  })
  const items = rows.map(one => {
    const mine = own.get(one.id), here = one.here || mine
    const button = Object.assign(document.createElement("button"), { type: "button" })
    const name = Object.assign(document.createElement("strong"), { textContent: one.name })
    const note = mine ? `${clock(mine.at)} ${mine.sent ? mine.words || "已上传" : "待上传"}${mine.doubt ? `：${mine.doubt}` : ""}` : one.here ? "已到" : NOTED[one.noted] || ""
    button.append(name, Object.assign(document.createElement("span"), { textContent: [one.body, note].filter(Boolean).join(" · ") }))
    if (here) button.dataset.here = ""
    button.addEventListener("click", () => here ? tell(`${one.name}已经签到。`, "info") : ask(one))
    const item = document.createElement("li")
    item.append(button)
    return item
  })
  if (shown !== "away" || words) for (const one of entries.filter(one => one.way === "guest" && one.name.includes(/^\d/.test(words) ? "" : words))) {
    const item = document.createElement("li")
    const line = Object.assign(document.createElement("p"), { textContent: `${one.name} · 不在名单 · ${one.sent ? one.words : "待上传"}` })
    item.append(line)
    items.push(item)
  }
  el("list").replaceChildren(...items)
  el("none").hidden = items.length > 0
  el("none").textContent = !words && shown === "away" ? "都到齐了。" : !words && shown === "here" ? "还没有人签到。" : "没有符合的人；不在名单上的请点下面的“不在名单上的人”。"
}

// --- noting

async function note(way, who) {
  const entry = { id: newId(), door: door.key, way, at: new Date().toISOString(), sent: false, ...who }
  try { await shelf.put("entries", entry) } catch {
    tell("本机存不下了，这一条没有记住。请先上传，或改用纸质签到表。", "bad")
    return
  }
  entries.push(entry)
  tell(`${who.name} 已签到 ${clock(entry.at)}`)
  el("q").value = ""
  draw()
  soon(SOON)
}

const open = dialog => dialog.showModal ? dialog.showModal() : dialog.setAttribute("open", "")

function ask(one) {
  asked = one
  el("who").textContent = one.name
  el("body").textContent = one.body
  open(el("ask"))
}

function typed() {
  const words = el("q").value.replace(/\s/g, "")
  if (!CODE.test(words)) { drawList(); return }
  const found = people().filter(one => one.code === words)
  if (found.length === 1) {
    const one = found[0]
    if (one.here || noted().has(one.id)) { tell(`${one.name}已经签到。`, "info"); el("q").value = ""; drawList() }
    else note("code", { person: one.id, code: words, name: one.name })
  } else tell(found.length ? "有两位的签到码相同，请按姓名点选。" : "没有这个签到码，请核对，或按姓名查找。", "bad")
}

// --- the server

async function talk(address, body) {
  const answer = await fetch(address, {
    method: body ? "POST" : "GET", credentials: "omit", cache: "no-store",
    headers: { "X-Door-Key": door.key, Accept: "application/json", ...(body ? { "Content-Type": "application/json" } : {}) },
    body: body && JSON.stringify(body),
  })
  const told = await answer.json()
  if (!answer.ok) throw Object.assign(new Error(told.sentence || String(answer.status)), { told: true })
  return told
}

async function load() {
  try {
    const list = await talk(data.list)
    reach = true
    fault = ""
    door.list = list
    await shelf.put("doors", door)
  } catch (problem) { trouble(problem) }
  draw()
}

function trouble(problem) {
  if (problem.told) { reach = true; fault = problem.message; tell(problem.message, "bad") }
  else reach = false
}

function soon(wait) {
  clearTimeout(timer)
  timer = setTimeout(send, wait)
}

async function send() {
  const open = entries.filter(one => !one.sent && !one.fault).slice(0, AT_ONCE)
  if (!open.length || busy) return
  busy = true
  try {
    const body = open.map(({ id, way, at, person, code, name, body: from }) => ({ id, way, at, person, code, name, body: from }))
    const told = await talk(data.entries, { now: new Date().toISOString(), entries: body })
    reach = true
    for (const one of open) {
      const fate = told.entries[one.id]
      if (fate) Object.assign(one, fate, { sent: true })
      else if (told.bad[one.id]) { one.fault = told.bad[one.id]; tell(one.fault, "bad") }
      await shelf.put("entries", one)
    }
    if (told.people) { door.list.people = told.people; await shelf.put("doors", door) }
    const held = open.filter(one => one.outcome === "held").length
    if (held) tell(`${held}条已上传，列入待核，请经办人在“签到设备”页核对。`, "warn")
  } catch (problem) { trouble(problem) }
  busy = false
  draw()
  if (entries.some(one => !one.sent && !one.fault)) soon(reach && !fault ? SOON : AGAIN)
}

// --- beginning and ending

async function clear() {
  const unsent = entries.filter(one => !one.sent).length
  if (unsent) { tell(`还有${unsent}条没有上传，请先连上网络再结束。`, "bad"); return }
  if (!confirm("清除后本机不再保存名单和签到记录，服务器上的不受影响。确认结束？")) return
  await forget()
  tell("已结束，本机的名单已清除。", "info")
}

async function forget() {
  for (const one of entries) await shelf.drop("entries", one.id)
  await shelf.drop("doors", door.key)
  door = undefined
  entries = []
  history.replaceState(null, "", location.pathname)
  fault = "签到已结束"
  draw()
}

async function stay() {
  const plain = "断网后请不要刷新或关闭本页，否则打不开；已存的记录不会丢。"
  if (!window.isSecureContext || !navigator.serviceWorker) { tell(`本页不是 https 地址。${plain}`, "warn"); return }
  try {
    navigator.serviceWorker.addEventListener("message", event => { ready = event.data?.kept === true; draw() })
    await navigator.serviceWorker.register(data.worker, { scope: location.pathname })
    const { active } = await navigator.serviceWorker.ready
    const files = [...document.querySelectorAll("link[href], script[src]")].map(one => new URL(one.href || one.src).pathname)
    active.postMessage({ keep: [location.pathname, ...files] })
  } catch { if (navigator.onLine) tell(`本机不能保存页面。${plain}`, "warn") }
}

function listen() {
  el("q").addEventListener("input", typed)
  el("find").addEventListener("submit", event => {
    event.preventDefault()
    const words = el("q").value.trim().toLowerCase(), rows = people().filter(one => fits(one, words))
    if (words && !/^\d/.test(words) && rows.length === 1) ask(rows[0])
    else typed()
  })
  for (const button of document.querySelectorAll("[data-show]")) button.addEventListener("click", () => {
    shown = button.dataset.show
    for (const one of document.querySelectorAll("[data-show]")) one.setAttribute("aria-pressed", String(one === button))
    drawList()
  })
  for (const button of document.querySelectorAll("[data-close]")) button.addEventListener("click", () => button.closest("dialog").close())
  el("self").addEventListener("click", () => { el("ask").close(); note("list", { person: asked.id, name: asked.name }) })
  el("proxy").addEventListener("click", () => { el("ask").close(); note("proxy", { person: asked.id, name: asked.name }) })
  el("guest").addEventListener("click", () => open(el("new")))
  el("new-form").addEventListener("submit", event => {
    event.preventDefault()
    const name = el("name").value.trim()
    if (!name) return
    el("new").close()
    note("guest", { name, body: el("from").value.trim() })
    el("new-form").reset()
  })
  el("send").addEventListener("click", () => { fault = ""; load().then(send) })
  el("clear").addEventListener("click", clear)
  window.addEventListener("online", () => { reach = true; draw(); soon(SOON) })
  window.addEventListener("offline", () => { reach = false; draw() })
}

async function start() {
  listen()
  try { shelf = await openShelf() } catch {
    fault = "本机的浏览器不允许保存数据（如无痕浏览），不能离线签到；请换普通窗口打开。"
    draw()
    return
  }
  const doors = await shelf.all("doors")
  const key = location.hash.slice(1) || doors.at(-1)?.key || ""
  if (!key) { fault = "请用经办人在“签到设备”页开设的地址打开本页。"; draw(); return }
  location.hash = key
  door = doors.find(one => one.key === key) || { key }
  entries = (await shelf.all("entries")).filter(one => one.door === key).sort((one, other) => one.at.localeCompare(other.at))
  draw()
  stay()
  await load()
  if (door && door.list && Date.parse(door.list.expires) < Date.now() && entries.every(one => one.sent)) await forget()
  else send()
}

start()
