import com.itextpdf.text.pdf.PdfReader;
import com.itextpdf.text.pdf.PdfSignatureAppearance;
import com.itextpdf.text.pdf.PdfStamper;
import com.itextpdf.text.pdf.security.BouncyCastleDigest;
import com.itextpdf.text.pdf.security.MakeSignature;
import com.itextpdf.text.pdf.security.PrivateKeySignature;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Set;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs PDF files with PDFBox and Bouncy Castle, or with iText. Each line of the file of jobs is
 * PRODUCER|OPTIONS|ALGORITHM|KEY.p12|PASSWORD|IN.pdf|OUT.pdf, OPTIONS a list of: keyid noattr ess cades anew
 * (saved anew instead of appended).
 */
public class Produce {
  public static void main(String[] arguments) throws Exception {
    Security.addProvider(new BouncyCastleProvider());
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] job = line.split("\\|", -1);
      Set<String> options = Set.copyOf(Arrays.asList(job[1].split(" ")));
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (FileInputStream in = new FileInputStream(job[3])) {
        store.load(in, job[4].toCharArray());
      }
      String alias = store.aliases().nextElement();
      PrivateKey key = (PrivateKey) store.getKey(alias, job[4].toCharArray());
      Certificate[] chain = store.getCertificateChain(alias);
      try (OutputStream out = new FileOutputStream(job[6])) {
        if (job[0].equals("itext")) itext(job[5], out, job[2], key, chain, options);
        else pdfbox(job[5], out, job[2], key, chain, options);
      }
    }
  }

  private static void pdfbox(String in, OutputStream out, String algorithm, PrivateKey key,
      Certificate[] chain, Set<String> options) throws Exception {
    try (PDDocument document = PDDocument.load(new java.io.File(in))) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(options.contains("cades")
          ? PDSignature.SUBFILTER_ETSI_CADES_DETACHED
          : PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
      signature.setName("Nguyen Van Vi Du");
      signature.setSignDate(Calendar.getInstance());
      SignatureOptions room = new SignatureOptions();
      room.setPreferredSignatureSize(20000);
      document.addSignature(signature, content -> {
        try {
          return cms(IOUtils.toByteArray(content), algorithm, key, chain, options);
        } catch (Exception error) {
          throw new java.io.IOException(error);
        }
      }, room);
      document.saveIncremental(out);
    }
  }

  private static byte[] cms(byte[] content, String algorithm, PrivateKey key, Certificate[] chain,
      Set<String> options) throws Exception {
    X509Certificate certificate = (X509Certificate) chain[0];
    ContentSigner signer =
        new JcaContentSignerBuilder(algorithm).setProvider("BC").build(key);
    JcaSignerInfoGeneratorBuilder builder =
        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
    builder.setDirectSignature(options.contains("noattr"));
    if (options.contains("ess") || options.contains("cades")) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      ASN1EncodableVector attributes = new ASN1EncodableVector();
      attributes.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2,
          new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest)))));
      builder.setSignedAttributeGenerator(
          new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)));
    }
    JcaX509CertificateHolder holder = new JcaX509CertificateHolder(certificate);
    SignerInfoGenerator info = options.contains("keyid")
        ? builder.build(signer, SubjectKeyIdentifier.fromExtensions(holder.getExtensions()).getKeyIdentifier())
        : builder.build(signer, certificate);
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(info);
    generator.addCertificates(new JcaCertStore(Arrays.asList(chain)));
    return generator.generate(new CMSProcessableByteArray(content), false).getEncoded();
  }

  private static void itext(String in, OutputStream out, String algorithm, PrivateKey key,
      Certificate[] chain, Set<String> options) throws Exception {
    PdfReader reader = new PdfReader(in);
    PdfStamper stamper = PdfStamper.createSignature(reader, out, '\0', null, !options.contains("anew"));
    PdfSignatureAppearance appearance = stamper.getSignatureAppearance();
    appearance.setSignDate(Calendar.getInstance());
    String hash = algorithm.replaceAll("^SHA(\\d+).*", "SHA-$1");
    MakeSignature.signDetached(appearance, new BouncyCastleDigest(),
        new PrivateKeySignature(key, hash, "BC"), chain, null, null, null, 20000,
        options.contains("cades") ? MakeSignature.CryptoStandard.CADES : MakeSignature.CryptoStandard.CMS);
  }
}
