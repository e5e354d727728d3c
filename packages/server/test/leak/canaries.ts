import { randomBytes } from 'node:crypto'

/** A text found nowhere else, and who may come across it. */
export interface Canary {
  text: string
  label: string
  readers: ReadonlySet<string>
}

/** All canaries of one world. */
export class Canaries {
  readonly all: Canary[] = []

  /** A new one: one word of letters, so that no parser changes it. */
  word(label: string, readers: Iterable<string>): string {
    const letters = [...randomBytes(10)].map((byte) => String.fromCodePoint(97 + (byte % 26))).join('')
    return this.known(label, `zq${letters}zq`, readers)
  }

  /** A text that stands already: an id, a hash. */
  known(label: string, text: string, readers: Iterable<string>): string {
    this.all.push({ text, label, readers: new Set(readers) })
    return text
  }

  /** Those in the text, whoever reads it. */
  within(text: string): Canary[] {
    return this.all.filter((canary) => text.includes(canary.text))
  }
}
