/** What a task gives, or the signal's reason as soon as that is aborted: what becomes of the task then is nobody's concern. */
export async function unlessAborted<T>(task: Promise<T>, signal: AbortSignal): Promise<T> {
  task.catch(() => {})
  return await new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) onAbort()
    task.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
