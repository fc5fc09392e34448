/** What a browser sends for a form with these values: `copies[0][text]=…`. */
export function formBody(values: object, prefix = ''): string {
  return Object.entries(values)
    .map(([key, value]) => {
      const name = prefix ? `${prefix}[${key}]` : key;
      if (value !== null && typeof value === 'object') return formBody(value, name);
      return `${encodeURIComponent(name)}=${encodeURIComponent(String(value ?? ''))}`;
    })
    .join('&');
}
