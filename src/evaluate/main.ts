import { runEvaluate } from './run.ts'

process.exitCode = await runEvaluate(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
})
