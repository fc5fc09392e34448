/** What was wrong: the password, or a way of encrypting that is not known here. */
export class Pkcs12Unreadable extends Error {
  constructor(readonly isPassword: boolean) {
    super(isPassword ? 'Wrong password' : 'Unknown kind of PKCS#12 file');
  }
}
