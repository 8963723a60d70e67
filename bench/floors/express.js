import express from 'express';

/** Express sending a ready text. A message `{ text }` is answered with `{ address }`. */
process.on('message', ({ text }) => {
  const app = express();
  app.disable('etag');
  app.get('/', (_request, response) => {
    response.type('html').send(text);
  });
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    process.send?.({ address: `http://127.0.0.1:${port}/` });
  });
});
