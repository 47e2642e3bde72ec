import { parseArgs } from 'node:util'
import { develop } from './develop.ts'
import { houseProcess } from './house-process.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, policies: { type: 'string', default: 'policies' } },
})
const root = process.cwd()
const developing = await develop({
  root,
  house: houseProcess({ root, port: values.port, policyFolder: values.policies }),
  write: (line) => void process.stdout.write(`${line}\n`),
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void developing.stop().then(() => process.exit(0)))
}
