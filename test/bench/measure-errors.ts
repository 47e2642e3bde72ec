/** A measure that measured something else than it says is worth nothing: it ends with this. */
export class NotMeasured extends Error {
  override readonly name = 'NotMeasured'
}

export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new NotMeasured(otherwise)
}
