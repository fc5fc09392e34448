import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * Writes a PKCS#12 file of several keys: KIND OUT.p12 PASSWORD (KEY.der CERTIFICATE.der)... KIND is store (a key store of
 * Bouncy Castle), or old or new (bags of one friendly name, by 3DES and RC2 or by AES), all in BER.
 */
public class KeyFile {
  public static void main(String[] arguments) throws Exception {
    Security.addProvider(new BouncyCastleProvider());
    char[] password = arguments[2].toCharArray();
    List<PrivateKey> keys = new ArrayList<>();
    List<X509Certificate> certificates = new ArrayList<>();
    for (int at = 3; at < arguments.length; at += 2) {
      byte[] info = Files.readAllBytes(Path.of(arguments[at]));
      keys.add(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(info)));
      try (var in = Files.newInputStream(Path.of(arguments[at + 1]))) {
        certificates.add((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
      }
    }
    try (OutputStream out = new FileOutputStream(arguments[1])) {
      if (arguments[0].equals("store")) store(out, password, keys, certificates);
      else out.write(bags(arguments[0].equals("old"), password, keys, certificates));
    }
  }

  private static void store(OutputStream out, char[] password, List<PrivateKey> keys,
      List<X509Certificate> certificates) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12", "BC");
    store.load(null, null);
    for (int at = 0; at < keys.size(); at++) {
      store.setKeyEntry("khoa " + at, keys.get(at), null, new Certificate[] {certificates.get(at)});
    }
    store.store(out, password);
  }

  private static byte[] bags(boolean isOld, char[] password, List<PrivateKey> keys,
      List<X509Certificate> certificates) throws Exception {
    PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
    List<PKCS12SafeBag> named = new ArrayList<>();
    for (int at = 0; at < keys.size(); at++) {
      named.add(named(new JcaPKCS12SafeBagBuilder(certificates.get(at)), at));
    }
    OutputEncryptor whole = encryptor(isOld
        ? PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC : NISTObjectIdentifiers.id_aes128_CBC, password);
    file.addEncryptedData(whole, named.toArray(new PKCS12SafeBag[0]));
    for (int at = 0; at < keys.size(); at++) {
      OutputEncryptor own = encryptor(isOld
          ? PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC : NISTObjectIdentifiers.id_aes256_CBC, password);
      file.addData(named(new JcaPKCS12SafeBagBuilder(keys.get(at), own), at));
    }
    return file.build(new JcePKCS12MacCalculatorBuilder(), password).getEncoded();
  }

  private static OutputEncryptor encryptor(ASN1ObjectIdentifier algorithm, char[] password) throws Exception {
    return new JcePKCSPBEOutputEncryptorBuilder(algorithm).setProvider("BC").build(password);
  }

  private static PKCS12SafeBag named(PKCS12SafeBagBuilder bag, int at) {
    bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString("Van thu"));
    bag.addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, new DEROctetString(new byte[] {(byte) at}));
    return bag.build();
  }
}
