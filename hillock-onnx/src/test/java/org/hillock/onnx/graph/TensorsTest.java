package org.hillock.onnx.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.proto.TensorProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TensorsTest {

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void everyTypeComesBackAsItWas(ElementType type) {
    TensorData data;
    if (type == ElementType.STRING) {
      data = TensorData.of(List.of(3L), List.of("a", "", "ü"));
    } else {
      ByteBuffer bytes = ByteBuffer.allocate(5 * type.bytes());
      for (int i = 0; i < bytes.capacity(); i++) {
        int mask = type.bits() < 8 ? (1 << type.bits()) - 1 : type == ElementType.BOOL ? 1 : 0xff;
        bytes.put(i, (byte) (37 * i + 3 & mask));
      }
      data = TensorData.of(type, List.of(5L), bytes);
    }
    TensorProto proto = Tensors.proto("t", data);
    assertThat(Tensors.of("t", proto).sameBits(data)).isTrue();
  }

  /**
   * Largest, smallest above 0 and special numbers, as the papers named in SmallFloats give them.
   */
  @ParameterizedTest
  @CsvSource({
    "FLOAT8E4M3FN, 0x7e, 448",
    "FLOAT8E4M3FN, 0x01, 0.001953125",
    "FLOAT8E4M3FN, 0xff, NaN",
    "FLOAT8E4M3FNUZ, 0x7f, 240",
    "FLOAT8E4M3FNUZ, 0x01, 0.0009765625",
    "FLOAT8E4M3FNUZ, 0x80, NaN",
    "FLOAT8E5M2, 0x7b, 57344",
    "FLOAT8E5M2, 0xfc, -Infinity",
    "FLOAT8E5M2, 0x7f, NaN",
    "FLOAT8E5M2, 0x01, 1.52587890625e-5",
    "FLOAT8E5M2FNUZ, 0xff, -57344",
    "FLOAT8E5M2FNUZ, 0x80, NaN",
    "FLOAT8E8M0, 0x7f, 1",
    "FLOAT8E8M0, 0x80, 2",
    "FLOAT8E8M0, 0xff, NaN",
    "FLOAT4E2M1, 0x7, 6",
    "FLOAT4E2M1, 0x9, -0.5",
    "INT4, 0xf, -1",
    "UINT4, 0xf, 15",
    "INT2, 0x2, -2",
    "UINT2, 0x3, 3",
    "UINT8, 0xff, 255",
    "INT8, 0xff, -1",
    "BOOL, 0x01, 1"
  })
  void smallNumbersAreWhatTheirBitsSay(ElementType type, String bits, Double number) {
    ByteBuffer one = ByteBuffer.allocate(1).put(0, (byte) (int) Integer.decode(bits));
    Double read = TensorData.of(type, List.of(), one).number(0);
    assertThat(read).isEqualTo(number);
  }

  @Test
  void unsignedNumbersAreNotNegative() {
    ByteBuffer ones = ByteBuffer.allocate(8).putLong(0, -1);
    assertThat(TensorData.of(ElementType.UINT64, List.of(), ones).number(0)).isEqualTo(0x1p64);
    assertThat(TensorData.of(ElementType.UINT32, List.of(2L), ones).number(0))
        .isEqualTo(0xffffffffL);
    assertThat(TensorData.of(ElementType.UINT16, List.of(4L), ones).number(3)).isEqualTo(0xffff);
  }

  @Test
  void listedNumbersAreRead() {
    TensorProto halves =
        TensorProto.newBuilder()
            .setDataType(ElementType.FLOAT16.number())
            .addDims(2)
            .addInt32Data(0x3c00)
            .addInt32Data(0xc000)
            .build();
    assertThat(Tensors.of("t", halves).numbers()).containsExactly(1, -2);
    TensorProto packed =
        TensorProto.newBuilder()
            .setDataType(ElementType.INT4.number())
            .addDims(3)
            .addInt32Data(0x2f)
            .addInt32Data(0x7)
            .build();
    assertThat(Tensors.of("t", packed).numbers()).containsExactly(-1, 2, 7);
  }

  @Test
  void dataThatDoNotFitTheShapeAreRefused() {
    TensorProto few = TensorProto.newBuilder().setDataType(1).addDims(3).addFloatData(1).build();
    assertThatThrownBy(() -> Tensors.of("w", few))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("w: a tensor of 3 float needs 3 numbers, but 1 are listed");
    TensorProto vast =
        TensorProto.newBuilder().setDataType(1).addDims(1L << 40).addDims(1L << 40).build();
    assertThatThrownBy(() -> Tensors.of("w", vast))
        .hasMessageContaining("more elements than can be counted");
    TensorProto below = TensorProto.newBuilder().setDataType(1).addDims(-3).build();
    assertThatThrownBy(() -> Tensors.of("w", below)).hasMessageContaining("-3");
    TensorProto unknown = TensorProto.newBuilder().setDataType(99).build();
    assertThatThrownBy(() -> Tensors.of("w", unknown))
        .hasMessageContaining("element type 99 is unknown");
  }
}
