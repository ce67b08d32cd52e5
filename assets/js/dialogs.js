// data-dialog="ID" opens a <dialog>; data-confirm="…" asks before a form is sent or a link is followed.
let asking

function question() {
  if (asking) return asking
  asking = document.createElement("dialog")
  asking.className = "lz-dialog"
  asking.setAttribute("aria-labelledby", "lz-question")
  asking.innerHTML = `<div class="lz-dialog-head"><h2 id="lz-question">请确认</h2></div>
    <div class="lz-dialog-body"><p data-text></p></div>
    <form method="dialog" class="lz-dialog-foot"><button class="lz-button" value="no">取消</button><button class="lz-button lz-main-button" value="yes">确定</button></form>`
  document.body.append(asking)
  return asking
}

function ask(text, then) {
  const dialog = question()
  if (!dialog.showModal) { if (window.confirm(text)) then(); return }
  dialog.querySelector("[data-text]").textContent = text
  dialog.returnValue = "no"
  dialog.onclose = () => { if (dialog.returnValue === "yes") then() }
  dialog.showModal()
}

export function startDialogs() {
  document.addEventListener("click", event => {
    const opener = event.target.closest?.("[data-dialog]")
    if (opener) {
      const dialog = document.getElementById(opener.dataset.dialog)
      if (dialog?.showModal) { event.preventDefault(); dialog.showModal() }
    }
    const closer = event.target.closest?.("dialog [data-close]")
    if (closer) { event.preventDefault(); closer.closest("dialog").close() }
    const link = event.target.closest?.("a[data-confirm]")
    if (link && !event.defaultPrevented) {
      event.preventDefault()
      ask(link.dataset.confirm, () => { location.href = link.href })
    }
  })
  document.addEventListener("submit", event => {
    const form = event.target
    const text = event.submitter?.dataset?.confirm || form.dataset.confirm
    if (!text || form.dataset.agreed) { delete form.dataset.agreed; return }
    const submitter = event.submitter
    event.preventDefault()
    event.stopPropagation()
    ask(text, () => { form.dataset.agreed = "1"; submitter ? form.requestSubmit(submitter) : form.requestSubmit() })
  }, true)
  // a dialog whose form came back with errors opens again
  for (const dialog of document.querySelectorAll("dialog.lz-dialog"))
    if (dialog.showModal && dialog.querySelector(".lz-invalid, [data-summary]")) dialog.showModal()
}
