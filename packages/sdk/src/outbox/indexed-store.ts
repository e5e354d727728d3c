import { memoryOutboxStore, type OutboxStore, type Queue } from './queue.ts'

const TABLE = 'queue'
const KEY = 'queue'

/** The queue in IndexedDB, as one record. A browser that refuses storage from the start gives one in memory. */
export function indexedStore(name: string): OutboxStore {
  let opening: Promise<IDBDatabase> | undefined
  let memory: OutboxStore | undefined
  let wasOpen = false

  const database = (): Promise<IDBDatabase> => (opening ??= openDatabase(name, () => (opening = undefined)))

  return {
    get durable() {
      return wasOpen && !memory
    },
    async update(change) {
      if (memory) return memory.update(change)
      try {
        const opened = await database()
        wasOpen = true
        return await updateIn(opened, change)
      } catch (error) {
        opening = undefined
        // Once texts lie there, forgetting them silently would be worse than saying that this one is not kept.
        if (wasOpen) throw error
        // Two may find this out at once, and must not find two memories.
        memory ??= memoryOutboxStore()
        return memory.update(change)
      }
    },
    close() {
      void opening?.then((opened) => opened.close()).catch(() => {})
      opening = undefined
    },
  }
}

function updateIn(database: IDBDatabase, change: (queue: Queue) => Queue): Promise<Queue> {
  return new Promise((resolve, reject) => {
    // `strict`: a text is said to be kept when it is on the disk.
    const transaction = database.transaction(TABLE, 'readwrite', { durability: 'strict' })
    const table = transaction.objectStore(TABLE)
    const request = table.get(KEY)
    let after: Queue
    let thrown: unknown
    request.onsuccess = () => {
      const before = (request.result as Queue | undefined) ?? { entries: [] }
      try {
        after = change(before)
        if (after !== before) table.put(after, KEY)
      } catch (error) {
        thrown = error
        transaction.abort()
      }
    }
    transaction.oncomplete = () => resolve(after)
    transaction.onabort = () => reject((thrown ?? transaction.error) as Error)
  })
}

function openDatabase(name: string, closed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE)
    request.onerror = request.onblocked = () => reject(request.error ?? new Error('blocked'))
    request.onsuccess = () => {
      const database = request.result
      database.onclose = closed
      database.onversionchange = () => {
        database.close()
        closed()
      }
      resolve(database)
    }
  })
}
