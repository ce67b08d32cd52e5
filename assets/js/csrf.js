// The meta tag is of the page as it was loaded; after a new login in another tab the cookie is younger.
export function token() {
  const cookie = document.cookie.split("; ").find(part => part.startsWith("csrftoken="))
  if (cookie) return decodeURIComponent(cookie.slice("csrftoken=".length))
  return document.querySelector("meta[name=csrf-token]")?.content || ""
}
