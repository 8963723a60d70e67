import { openBrowser } from './support/chromium.ts';
import { Visitor } from './support/visitor.ts';
const address = process.argv[2] ?? ''; const path = process.argv[3] ?? ''; const name = process.argv[4] ?? 'board';
const email = process.argv[5] ?? 'lan@phuluc.example'; const pass = process.argv[6] ?? 'ban thu phu luc';
const visitor = new Visitor(address);
await visitor.signIn(email, pass);
const browser = await openBrowser();
for (const width of [1280, 390]) {
  const context = await browser.newContext({ baseURL: address, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'phuluc', value: visitor.session ?? '', url: address }]);
  const page = await context.newPage();
  await page.goto(path);
  if (process.argv[7]) await page.locator('summary', { hasText: 'dạng bảng' }).click();
  await page.screenshot({ path: `/tmp/shots-${name}-${width}.png`, clip: { x: 0, y: 0, width, height: width < 500 ? 2400 : 1500 }, fullPage: true });
  await context.close();
}
await browser.close();
