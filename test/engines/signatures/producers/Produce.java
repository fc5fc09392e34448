import com.itextpdf.text.pdf.PdfReader;
import com.itextpdf.text.pdf.PdfSignatureAppearance;
import com.itextpdf.text.pdf.PdfStamper;
import com.itextpdf.text.pdf.security.BouncyCastleDigest;
import com.itextpdf.text.pdf.security.LtvTimestamp;
import com.itextpdf.text.pdf.security.MakeSignature;
import com.itextpdf.text.pdf.security.PrivateKeySignature;
import com.itextpdf.text.pdf.security.TSAClient;
import com.itextpdf.text.pdf.security.TSAClientBouncyCastle;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.HttpURLConnection;
import java.net.URL;
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
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
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
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * Signs PDF files with PDFBox and Bouncy Castle, or with iText. Each line of the file of jobs is
 * PRODUCER|OPTIONS|ALGORITHM|KEY.p12|PASSWORD|IN.pdf|OUT.pdf|TSA, OPTIONS a list of: keyid noattr ess cades anew
 * (saved anew instead of appended) stamp (with a timestamp of the signature) document (a timestamp of the document).
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
        if (job[0].equals("itext")) itext(job[5], out, job[2], key, chain, options, job[7]);
        else pdfbox(job[5], out, job[2], key, chain, options, job[7]);
      }
    }
  }

  private static void pdfbox(String in, OutputStream out, String algorithm, PrivateKey key,
      Certificate[] chain, Set<String> options, String authority) throws Exception {
    try (PDDocument document = PDDocument.load(new java.io.File(in))) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(options.contains("cades")
          ? PDSignature.SUBFILTER_ETSI_CADES_DETACHED
          : PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
      if (options.contains("document")) {
        signature.setType(COSName.getPDFName("DocTimeStamp"));
        signature.setSubFilter(COSName.getPDFName("ETSI.RFC3161"));
      } else {
        signature.setName("Nguyen Van Vi Du");
        signature.setSignDate(Calendar.getInstance());
      }
      SignatureOptions room = new SignatureOptions();
      room.setPreferredSignatureSize(20000);
      document.addSignature(signature, content -> {
        try {
          byte[] covered = IOUtils.toByteArray(content);
          return options.contains("document")
              ? token(covered, authority)
              : cms(covered, algorithm, key, chain, options, authority);
        } catch (Exception error) {
          throw new java.io.IOException(error);
        }
      }, room);
      document.saveIncremental(out);
    }
  }

  private static byte[] cms(byte[] content, String algorithm, PrivateKey key, Certificate[] chain,
      Set<String> options, String authority) throws Exception {
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
    CMSSignedData signed = generator.generate(new CMSProcessableByteArray(content), false);
    if (!options.contains("stamp")) return signed.getEncoded();
    SignerInformation signedBy = signed.getSignerInfos().iterator().next();
    ASN1EncodableVector beside = new ASN1EncodableVector();
    beside.add(new Attribute(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
        new DERSet(ASN1Primitive.fromByteArray(token(signedBy.getSignature(), authority)))));
    SignerInformation stamped =
        SignerInformation.replaceUnsignedAttributes(signedBy, new AttributeTable(beside));
    return CMSSignedData.replaceSigners(signed, new SignerInformationStore(stamped)).getEncoded();
  }

  private static byte[] token(byte[] content, String authority) throws Exception {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256,
        MessageDigest.getInstance("SHA-256").digest(content), BigInteger.valueOf(System.nanoTime()));
    HttpURLConnection connection = (HttpURLConnection) new URL(authority).openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/timestamp-query");
    connection.getOutputStream().write(request.getEncoded());
    TimeStampResponse response = new TimeStampResponse(connection.getInputStream());
    response.validate(request);
    return response.getTimeStampToken().getEncoded();
  }

  private static void itext(String in, OutputStream out, String algorithm, PrivateKey key,
      Certificate[] chain, Set<String> options, String authority) throws Exception {
    TSAClient client = new TSAClientBouncyCastle(authority, null, null, 8192, "SHA-256");
    PdfReader reader = new PdfReader(in);
    PdfStamper stamper = PdfStamper.createSignature(reader, out, '\0', null, !options.contains("anew"));
    PdfSignatureAppearance appearance = stamper.getSignatureAppearance();
    if (options.contains("document")) {
      LtvTimestamp.timestamp(appearance, client, null);
      return;
    }
    appearance.setSignDate(Calendar.getInstance());
    String hash = algorithm.replaceAll("^SHA(\\d+).*", "SHA-$1");
    MakeSignature.signDetached(appearance, new BouncyCastleDigest(),
        new PrivateKeySignature(key, hash, "BC"), chain, null, null, options.contains("stamp") ? client : null, 20000,
        options.contains("cades") ? MakeSignature.CryptoStandard.CADES : MakeSignature.CryptoStandard.CMS);
  }
}
