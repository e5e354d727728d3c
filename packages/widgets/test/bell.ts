import { until, wordsOf } from './mount.ts'

/** Once the bell of a feed, where it has one, says how much is new: its code comes after the list. */
export async function bellTold({ renderRoot }: { renderRoot: ParentNode }): Promise<void> {
  const bell = renderRoot.querySelector('cercle-notices')
  if (bell) await until(() => bell.shadowRoot && /nouveau|new/iu.test(wordsOf(bell.shadowRoot)))
}
