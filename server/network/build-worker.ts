// Reads the roads and builds their network off the main thread; ends when it has told it.
import { parentPort, workerData } from 'node:worker_threads'
import { readNetwork } from './read-roads.ts'

parentPort!.postMessage(await readNetwork((workerData as { url: string }).url))
