/** Tells a newcomer from whoever was at this page before. What the page holds in its memory, answers and plans, isn't a newcomer's to see. */
export function watchNewcomers(): (accountId: number) => boolean {
  let before: number | null = null
  return accountId => {
    const newcomer = before !== null && before !== accountId
    before = accountId
    return newcomer
  }
}
