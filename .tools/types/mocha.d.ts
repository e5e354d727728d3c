/** The words that the browser test runner puts into the page; its own package has no types. */
interface Mocha {
  (name: string, body: (this: { timeout(milliseconds: number): void }) => void | Promise<void>): void
  skip(name: string, body: () => void | Promise<void>): void
}
type MochaHook = (body: () => void | Promise<void>) => void

declare const describe: Mocha
declare const it: Mocha
declare const before: MochaHook
declare const after: MochaHook
declare const beforeEach: MochaHook
declare const afterEach: MochaHook
