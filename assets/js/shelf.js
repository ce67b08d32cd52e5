// A device's own store: IndexedDB, so that two windows never overwrite each other's entries.
// Stores: doors (by key: the list taken along), entries (by id: what was noted, until and after it was handed in).
const NAME = "lz-door", VERSION = 1

const done = request => new Promise((give, fail) => {
  request.onsuccess = () => give(request.result)
  request.onerror = () => fail(request.error)
})

export async function openShelf() {
  const opening = indexedDB.open(NAME, VERSION)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("doors", { keyPath: "key" })
    opening.result.createObjectStore("entries", { keyPath: "id" })
  }
  const base = await done(opening)
  const store = (name, mode = "readonly") => base.transaction(name, mode).objectStore(name)
  return {
    all: name => done(store(name).getAll()),
    get: (name, key) => done(store(name).get(key)),
    put: (name, value) => done(store(name, "readwrite").put(value)),
    drop: (name, key) => done(store(name, "readwrite").delete(key)),
  }
}
