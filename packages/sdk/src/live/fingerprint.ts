/** 64 bits of a text in 16 hex digits: twice FNV-1a, over units of UTF-16. Names things, protects nothing. `crypto.subtle` is missing on plain `http`. */
export function fingerprint(text: string): string {
  return [0x811c9dc5, 0x9747b28c]
    .map((start) => {
      let hash = start
      for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
      // FNV's high bits say little of the last letters.
      hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
      return ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0')
    })
    .join('')
}
