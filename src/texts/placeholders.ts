import type { IntlMessageFormat } from 'intl-messageformat'

type Ast = ReturnType<IntlMessageFormat['getAst']>

/** The names of all values that a compiled text asks for, those inside plurals and selects too. */
export const placeholdersOf = (ast: Ast): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const element of ast) {
    // Type 0 is plain text, 7 the "#" of a plural; everything else carries the name of a value.
    const type: number = element.type
    if (type === 0 || type === 7 || !('value' in element)) continue
    names.add(element.value)
    if ('options' in element) {
      for (const option of Object.values(element.options)) {
        for (const name of placeholdersOf(option.value)) names.add(name)
      }
    }
  }
  return names
}
