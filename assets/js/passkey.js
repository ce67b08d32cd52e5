// Passkeys: the browser makes or uses one; its answer goes back in the field of an ordinary form.
import { token } from "./csrf.js"

const WORDS = {
  absent: "这个浏览器不支持通行密钥，请用密码和验证码。",
  refused: "没有完成。请重试，或改用其他方式。",
  known: "这台设备已经登记过，不用再登记。",
  wait: "请按设备的提示操作……",
}
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), sign => sign.charCodeAt(0))
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")
const ids = list => (list || []).map(one => ({ ...one, id: bytes(one.id) }))

async function create(options) {
  const made = await navigator.credentials.create({ publicKey: {
    ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: ids(options.excludeCredentials),
  } })
  const { attestationObject, clientDataJSON } = made.response
  return { ...head(made), response: { attestationObject: text(attestationObject), clientDataJSON: text(clientDataJSON) } }
}

async function get(options) {
  const used = await navigator.credentials.get({ publicKey: {
    ...options, challenge: bytes(options.challenge), allowCredentials: ids(options.allowCredentials),
  } })
  const { authenticatorData, clientDataJSON, signature, userHandle } = used.response
  return { ...head(used), response: {
    authenticatorData: text(authenticatorData), clientDataJSON: text(clientDataJSON), signature: text(signature),
    userHandle: userHandle ? text(userHandle) : null,
  } }
}

const head = one => ({ id: one.id, rawId: text(one.rawId), type: one.type, clientExtensionResults: one.getClientExtensionResults() })

function tell(box, key, tone = "bad") {
  const line = box.querySelector(".lz-passkey-told")
  line.hidden = false
  line.dataset.tone = tone
  line.textContent = WORDS[key]
}

async function ask(box) {
  const answer = await fetch(box.dataset.begin, { method: "POST", headers: { "X-CSRFToken": token() } })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

function send(box, name, answer) {
  const form = box.tagName === "FORM" ? box : box.querySelector("form")
  form.querySelector(`[name=${name}]`).value = JSON.stringify(answer)
  form.dataset.done = "1"
  form.submit() // past our own listener
}

async function run(box, work) {
  if (!window.PublicKeyCredential) return tell(box, "absent")
  tell(box, "wait", "info")
  try { send(box, "answer", await work()) }
  catch (problem) { tell(box, problem.name === "InvalidStateError" ? "known" : "refused") }
}

export function startPasskeys() {
  for (const box of document.querySelectorAll("[data-passkey=create]"))
    box.addEventListener("submit", event => {
      event.preventDefault()
      run(box, () => create(JSON.parse(box.dataset.options)))
    })
  for (const box of document.querySelectorAll("[data-passkey=get]"))
    box.querySelector("button").addEventListener("click", () => run(box, async () => get(await ask(box))))
}
