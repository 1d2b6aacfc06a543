using Ijw.Model;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>A Bsn satisfies the 11-proef; 000000000 does too, but is nobody's and is refused (rules.md 4, limits.md 4).</summary>
internal sealed class CS002 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW301", "JW305", "JW307", "JW315", "JW317", "JW323", "JW325"], "Client", client =>
        {
            var bsn = client.Veld("Bsn");
            return (record, melder) =>
            {
                var cijfers = record.Bytes(bsn);
                if (cijfers.SequenceEqual("000000000"u8)) melder.Op(bsn, "zeros");
                else if (!Elfproef.IsBsn(cijfers)) melder.Op(bsn);
            };
        });
}
