package dev.court.atrium.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** Reads one answer off a connection, by RFC 9112. */
final class AnswerReader {
  /** Of a body, in bytes; Atrium's bodies have a few hundred. */
  static final int MOST = 1 << 20;

  private static final int BUFFER = 8192;

  /** Atrium's heads have a dozen lines; much more would only fill the memory. */
  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxLineLength(1 << 16).setMaxHeaderCount(200).build();

  private final EndTracker in;
  private final SessionInputBufferImpl buffer =
      new SessionInputBufferImpl(BUFFER, LIMITS.getMaxLineLength());
  private boolean isConnectionKept;

  AnswerReader(InputStream in) {
    this.in = new EndTracker(in);
  }

  /**
   * Waits for the answer.
   *
   * @throws IOException when no answer comes, or a part of one, or something that is not HTTP
   */
  HttpAnswer read() throws IOException {
    try {
      ClassicHttpResponse head = head();
      byte[] body = hasBody(head) ? body(head) : new byte[0];
      isConnectionKept = isKept(head, body);
      return new HttpAnswer(head.getCode(), headers(head), new String(body, UTF_8));
    } catch (HttpException e) {
      ProtocolException failure = new ProtocolException("its answer is not HTTP");
      failure.initCause(e);
      throw failure;
    }
  }

  /** Whether another request may follow on the connection; asked after {@link #read}. */
  boolean isConnectionKept() {
    return isConnectionKept;
  }

  /** The head of the final answer; interim answers (1xx) are skipped. */
  private ClassicHttpResponse head() throws IOException, HttpException {
    while (true) {
      ClassicHttpResponse head = new DefaultHttpResponseParser(LIMITS).parse(buffer, in);
      if (head == null) {
        throw new NoHttpResponseException("it hung up without a word");
      }
      // the parser takes half a head for a whole one
      if (in.isAtEnd) {
        throw new EOFException("it hung up in the middle of its answer");
      }
      if (head.getCode() >= HttpStatus.SC_OK) {
        return head;
      }
    }
  }

  private static boolean hasBody(ClassicHttpResponse head) {
    return head.getCode() != HttpStatus.SC_NO_CONTENT
        && head.getCode() != HttpStatus.SC_NOT_MODIFIED;
  }

  private byte[] body(ClassicHttpResponse head) throws IOException, HttpException {
    long length = DefaultContentLengthStrategy.INSTANCE.determineLength(head);
    return stream(length).readNBytes(MOST);
  }

  private InputStream stream(long length) {
    if (length == ContentLengthStrategy.CHUNKED) {
      return new ChunkedInputStream(buffer, in, LIMITS);
    }
    return length == ContentLengthStrategy.UNDEFINED
        ? new IdentityInputStream(buffer, in)
        : new ContentLengthInputStream(buffer, in, length);
  }

  private static Map<String, List<String>> headers(ClassicHttpResponse head) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Header header : head.getHeaders()) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    return headers;
  }

  /** Not after a body that was cut: its rest would be read as the next answer. */
  private boolean isKept(ClassicHttpResponse head, byte[] body) {
    HttpCoreContext context = HttpCoreContext.create();
    context.setProtocolVersion(
        head.getVersion() == null ? HttpVersion.HTTP_1_1 : head.getVersion());
    return body.length < MOST
        && !buffer.hasBufferedData()
        && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(null, head, context);
  }

  /** Knows whether the end of the stream was reached. */
  private static final class EndTracker extends FilterInputStream {
    private boolean isAtEnd;

    EndTracker(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      isAtEnd |= one < 0;
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = super.read(bytes, from, length);
      isAtEnd |= count < 0;
      return count;
    }
  }
}
