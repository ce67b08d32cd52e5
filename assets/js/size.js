// Large type at once, without losing what is being written; the cookie is what the server reads next time.
export function startSize() {
  for (const form of document.querySelectorAll("form[data-size-form]"))
    form.addEventListener("submit", event => {
      event.preventDefault()
      event.stopPropagation()
      const large = document.documentElement.dataset.size !== "large"
      if (large) document.documentElement.dataset.size = "large"
      else delete document.documentElement.dataset.size
      const secure = location.protocol === "https:" ? "; Secure" : ""
      document.cookie = `lz_size=${large ? "large" : "normal"}; path=/; max-age=31536000; SameSite=Lax${secure}`
      for (const other of document.querySelectorAll("form[data-size-form]")) {
        const button = other.querySelector("button")
        button.value = large ? "normal" : "large"
        button.setAttribute("aria-pressed", String(large))
        button.querySelector("span").textContent = large ? "标准字号" : "大字版"
      }
    })
}
