using Ijw.Model;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>A Bsn satisfies the 11-proef; 000000000 does too, but is nobody's and is refused (rules.md 4, limits.md 4).</summary>
internal sealed class CS002 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW301", "JW305", "JW307", "JW315", "JW317", "JW323", "JW325"],
            "Client",
            client =>
            {
                var bsn = client.Field("Bsn");
                return (record, reporter) =>
                {
                    var digits = record.Bytes(bsn);
                    if (digits.SequenceEqual("000000000"u8))
                    {
                        reporter.On(bsn, "zeros");
                    }
                    else if (!Elfproef.IsBsn(digits))
                    {
                        reporter.On(bsn);
                    }
                };
            }
        );
}
