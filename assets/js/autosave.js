// What is written is never lost. <form data-autosave-url="…"> is posted there a few seconds after a change, with the
// header X-Autosave: 1; any 2xx answer counts as saved (JSON {"id": …} puts that id into data-autosave-id, sent along
// the next time; {"url": …} replaces the address drafts go to). Meanwhile a copy lies in this browser: when the login
// has run out, or the network, it comes back with the form. A copy belongs to one person (body data-owner), lives a
// week, goes when the server has taken the text and when the person signs out.
import { token } from "./csrf.js"

const WAIT = 2500, RETRY = 10000, WEEK = 7 * 24 * 3600 * 1000
const PREFIX = "lz-draft:"
const LEFT_OUT = new Set(["csrfmiddlewaretoken", "once", "next"])

const owner = () => document.body.dataset.owner || ""
const keyOf = form => `${PREFIX}${owner()}:${form.dataset.autosaveKey || new URL(form.dataset.autosaveUrl, location.href).pathname}`

function read(key) {
  try { return JSON.parse(localStorage.getItem(key) || "null") } catch { return null }
}
function write(key, value) {
  try { localStorage.setItem(key, JSON.stringify(value)) } catch { /* full or forbidden: the server still has it */ }
}
function drop(key) {
  try { localStorage.removeItem(key) } catch { /* nothing to do */ }
}

function fieldsOf(form) {
  const found = []
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && !LEFT_OUT.has(name) && form.querySelector(`[name="${CSS.escape(name)}"]`)?.type !== "password") found.push([name, value])
  return found
}

function put(form, fields) {
  const wanted = new Map()
  for (const [name, value] of fields) wanted.set(name, [...(wanted.get(name) || []), value])
  for (const field of form.elements) {
    if (!field.name || LEFT_OUT.has(field.name) || ["file", "password", "submit", "button"].includes(field.type)) continue
    const values = wanted.get(field.name) || []
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value)
    else if (field.multiple) for (const option of field.options) option.selected = values.includes(option.value)
    else if (values.length) field.value = values[0]
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }
}

const clock = () => new Date().toTimeString().slice(0, 5)

function tell(form, text, state = "", button = null) {
  const line = form.querySelector("[data-autosave-state]")
  if (!line) return
  line.textContent = text
  line.dataset.state = state
  if (button) line.append(button)
}

function sweep() {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(PREFIX) && !(Date.now() - (read(key)?.at || 0) < WEEK)) localStorage.removeItem(key)
  } catch { /* storage forbidden */ }
}

export function forget() {
  try { for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key) } catch { /* storage forbidden */ }
}

// A form that was sent has done its work when the next page is neither the login nor the same form again.
function settle() {
  try {
    const sent = sessionStorage.getItem("lz-sent")
    if (!sent) return
    const again = [...document.querySelectorAll("form[data-autosave-url]")].some(form => keyOf(form) === sent)
    if (again || !document.querySelector("[data-plain]")) sessionStorage.removeItem("lz-sent")
    if (!again && !document.querySelector("[data-plain]")) drop(sent)
  } catch { /* storage forbidden */ }
}

function restore(form, key) {
  const copy = read(key)
  if (!copy || form.querySelector(".lz-invalid, [data-summary]")) return
  const server = Date.parse(form.dataset.autosaveAt || "") || 0
  const before = fieldsOf(form)
  if (copy.at <= server || JSON.stringify(copy.fields) === JSON.stringify(before)) { drop(key); return }
  put(form, copy.fields)
  const undo = Object.assign(document.createElement("button"), { type: "button", className: "lz-button", textContent: "不要恢复" })
  undo.addEventListener("click", () => { put(form, before); drop(key); tell(form, "已改回服务器上的内容") })
  tell(form, "已恢复您上次未保存的内容", "restored", undo)
  form.dispatchEvent(new CustomEvent("lz:restored", { bubbles: true }))
}

function watch(form) {
  const key = keyOf(form)
  let timer, busy = false, again = false

  async function save() {
    if (busy) { again = true; return }
    busy = true
    const data = new FormData(form)
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name)
    if (form.dataset.autosaveId) data.set("draft_id", form.dataset.autosaveId)
    const sent = JSON.stringify(fieldsOf(form))
    try {
      const answer = await fetch(form.dataset.autosaveUrl, {
        method: "POST", body: data, credentials: "same-origin", redirect: "manual",
        headers: { "X-CSRFToken": token(), "X-Autosave": "1", Accept: "application/json" },
      })
      if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
        tell(form, "登录已过期，文字已保存在本机；重新登录后回到本页会自动恢复", "failed")
      } else if (answer.status === 409) {
        tell(form, "此内容已在别处修改，暂未保存到服务器；文字已保存在本机", "failed")
      } else if (answer.ok) {
        const told = await answer.json().catch(() => ({}))
        if (told.id) form.dataset.autosaveId = told.id
        if (told.url) form.dataset.autosaveUrl = told.url
        if (JSON.stringify(fieldsOf(form)) === sent) drop(key)
        tell(form, `已保存 ${clock()}`)
      } else throw new Error(String(answer.status))
    } catch {
      tell(form, "未能保存，正在重试；文字已保存在本机", "failed")
      timer = setTimeout(save, RETRY)
    }
    busy = false
    if (again) { again = false; changed() }
  }

  function changed() {
    write(key, { at: Date.now(), fields: fieldsOf(form) })
    clearTimeout(timer)
    timer = setTimeout(save, WAIT)
  }

  restore(form, key)
  form.addEventListener("input", changed)
  form.addEventListener("change", changed)
  form.addEventListener("submit", event => {
    if (event.defaultPrevented) return
    clearTimeout(timer)
    write(key, { at: Date.now(), fields: fieldsOf(form) })
    try { sessionStorage.setItem("lz-sent", key) } catch { /* storage forbidden */ }
  })
}

export function startAutosave() {
  sweep()
  settle()
  for (const form of document.querySelectorAll("form[data-autosave-url]")) watch(form)
  document.addEventListener("submit", event => { if (event.target.matches("form[data-forget]")) forget() })
}
