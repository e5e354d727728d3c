/**
 * A new UUID version 7: the millisecond it was made in, then 74 random bits. Make one before a send and keep it with the draft:
 * sending again with the same id can never write twice.
 *
 * Works in pages on plain `http` too, where `crypto.randomUUID` does not exist.
 */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  bytes[0] = (bytes[0]! & 0x0f) | 0x70
  bytes[2] = (bytes[2]! & 0x3f) | 0x80
  const hex = time + Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
