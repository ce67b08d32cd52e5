import { token } from "./csrf.js"
import { warn } from "./say.js"

export function startHtmx(htmx) {
  document.addEventListener("htmx:configRequest", event => {
    if (event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = token()
  })
  document.addEventListener("htmx:sendError", () => warn("网络不通，这次操作没有完成。请检查网络后重试。"))
  document.addEventListener("htmx:timeout", () => warn("等候时间过长，这次操作没有完成。请稍后重试。"))
  document.addEventListener("htmx:responseError", event => {
    const status = event.detail.xhr.status
    if (status === 401) warn("登录已过期，请重新登录。已填写的文字保存在本机。")
    else if (status === 403) warn("您没有权限进行此项操作，没有保存任何更改。")
    else if (status === 409) warn("此项已由他人先行办理，请刷新页面查看最新情况。")
    else warn("这次操作没有完成，请稍后重试。")
  })
  void htmx
}
