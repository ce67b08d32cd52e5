// The meta tag is of the page as it was loaded; after a new login in another tab the cookie is younger.
export function token() {
  const meta = document.querySelector("meta[name=csrf-token]")
  const name = `${meta?.dataset.cookie || "csrftoken"}=`
  const cookie = document.cookie.split("; ").find(part => part.startsWith(name))
  if (cookie) return decodeURIComponent(cookie.slice(name.length))
  return meta?.content || ""
}
