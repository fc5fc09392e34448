import java.io.File;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TimeStampToken;

/** PDFBox finds the signatures, Bouncy Castle judges them: one line each, SUBFILTER true or false. */
public class Judge {
  public static void main(String[] files) throws Exception {
    for (String file : files) {
      byte[] bytes = Files.readAllBytes(new File(file).toPath());
      try (PDDocument document = PDDocument.load(bytes)) {
        for (PDSignature signature : document.getSignatureDictionaries()) {
          System.out.println(signature.getSubFilter() + " " + isValid(signature, bytes));
        }
      }
    }
  }

  private static boolean isValid(PDSignature signature, byte[] bytes) throws Exception {
    byte[] content = signature.getSignedContent(bytes);
    if (signature.getSubFilter().equals("ETSI.RFC3161")) {
      CMSSignedData cms = new CMSSignedData(signature.getContents());
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      byte[] imprint = new TimeStampToken(cms).getTimeStampInfo().getMessageImprintDigest();
      return Arrays.equals(digest, imprint) && isSigned(cms);
    }
    return isSigned(new CMSSignedData(new CMSProcessableByteArray(content), signature.getContents()));
  }

  private static boolean isSigned(CMSSignedData cms) throws Exception {
    SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
    Object found = cms.getCertificates().getMatches(signer.getSID()).iterator().next();
    X509CertificateHolder certificate = (X509CertificateHolder) found;
    try {
      return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
    } catch (org.bouncycastle.cms.CMSException e) {
      return false;
    }
  }
}
