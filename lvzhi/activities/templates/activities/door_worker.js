// Keeps the page of a device at the door, and the files it needs, for a hall without a network. It keeps nothing else:
// the list of people and what was noted lie in the page's own store, and answers of the server never lie here.
const SHELF = "lz-door-1"

self.addEventListener("install", event => event.waitUntil(self.skipWaiting()))
self.addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("lz-door-") && name !== SHELF) await caches.delete(name)
  await self.clients.claim()
})()))

self.addEventListener("message", event => {
  const { keep } = event.data || {}
  if (Array.isArray(keep)) event.waitUntil(store(keep).then(done => event.source.postMessage({ kept: done })))
})

async function store(addresses) {
  const shelf = await caches.open(SHELF)
  try {
    await Promise.all(addresses.map(async address => {
      const answer = await fetch(address, { cache: "no-cache", credentials: "omit" })
      if (!answer.ok) throw new Error(address)
      await shelf.put(address, answer)
    }))
    for (const known of await shelf.keys()) if (!addresses.includes(new URL(known.url).pathname)) await shelf.delete(known)
    return true
  } catch { return false }
}

self.addEventListener("fetch", event => {
  const address = new URL(event.request.url)
  if (event.request.method !== "GET" || address.origin !== location.origin) return
  if (event.request.mode === "navigate") event.respondWith(fresh(event.request))
  else event.respondWith(kept(event.request))
})

// The page itself: from the network where there is one, so that a new version arrives.
async function fresh(request) {
  try { return await fetch(request) } catch {
    return await (await caches.open(SHELF)).match(new URL(request.url).pathname) || Response.error()
  }
}

// Its files have addresses that change with what is in them.
async function kept(request) {
  const found = await (await caches.open(SHELF)).match(new URL(request.url).pathname)
  return found || fetch(request)
}
