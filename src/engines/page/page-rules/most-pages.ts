/** More pages are no dispatch; its annexes may be. Apart from what reads them, so that only the thread loads that. */
export const MOST_PAGES = 200;
