FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc LICENSE NOTICE ./
RUN npm ci
COPY swc.config.js build.mjs build-editor.mjs ./
COPY src src
COPY templates templates
RUN npm run build

# The sample office with all that developers have.
FROM node:24-bookworm-slim AS sample
WORKDIR /app
COPY --from=build /app /app
USER node
CMD ["node", "dist/src/dev/open-sample.js"]

FROM build AS without-dev
RUN rm -rf src/dev dist/src/dev templates/dev dist/templates/dev && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=without-dev /app /app
USER node
EXPOSE 3000
CMD ["node", "dist/src/main.js"]
