package org.insignia.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DnsTextsTest {
  private static final byte[] TXT = {0, 16};

  @Test
  void reads_every_text_of_a_name() throws IOException {
    try (var server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answer(server, List.of("v=spf1 -all", "insignia=abc")));
      var texts = new DnsTexts("dns://127.0.0.1:" + server.getLocalPort(), Duration.ofSeconds(5));
      assertThat(texts.of("_insignia.example.org")).containsExactly("v=spf1 -all", "insignia=abc");
    }
  }

  @Test
  void finds_nothing_where_nobody_answers_or_the_name_is_none() throws IOException {
    int nobody;
    try (var server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      nobody = server.getLocalPort();
    }
    var texts = new DnsTexts("dns://127.0.0.1:" + nobody, Duration.ofMillis(50));
    assertThat(texts.of("_insignia.example.org")).isEmpty();
    assertThat(texts.of("dns://evil/x")).isEmpty();
    assertThat(texts.of("")).isEmpty();
  }

  /** Repeats the question and adds the texts (RFC 1035). */
  private static void answer(DatagramSocket server, List<String> texts) {
    try {
      var question = new DatagramPacket(new byte[512], 512);
      server.receive(question);
      int end = 12;
      while (question.getData()[end] != 0) {
        end += question.getData()[end] + 1;
      }
      end += 5;
      var out = new ByteArrayOutputStream();
      out.write(question.getData(), 0, 2);
      out.write(new byte[] {(byte) 0x84, 0, 0, 1, 0, (byte) texts.size(), 0, 0, 0, 0});
      out.write(question.getData(), 12, end - 12);
      for (var text : texts) {
        out.write(new byte[] {(byte) 0xc0, 12});
        out.write(TXT);
        out.write(new byte[] {0, 1, 0, 0, 0, 60, 0, (byte) (text.length() + 1)});
        out.write(text.length());
        out.write(text.getBytes(US_ASCII));
      }
      var bytes = out.toByteArray();
      server.send(
          new DatagramPacket(bytes, bytes.length, question.getAddress(), question.getPort()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
