using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>
/// Which namespace of a project needs which other one of it: by all that its compiled types name, their code included, and by its usings.
/// </summary>
/// <remarks>A constant leaves no trace in what was compiled; the using that brings it does.</remarks>
internal sealed partial class NamespaceReferences
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private readonly SortedSet<(string From, string To)> _arrows = [];
    private readonly MetadataReader _metadata;
    private readonly PEReader _image;

    private NamespaceReferences(PEReader image) => (_image, _metadata) = (image, image.GetMetadataReader());

    /// <summary>The arrows of a project that was built, from namespace to namespace.</summary>
    public static IReadOnlySet<(string From, string To)> Of(string project)
    {
        using var image = new PEReader(File.OpenRead(Built(project)));
        var references = new NamespaceReferences(image);
        references.AddTypes();
        references.AddUsings(project);
        return references._arrows;
    }

    /// <summary>The namespaces that need themselves in the end, each group that hangs together apart.</summary>
    public static IReadOnlyList<string> Circles(IReadOnlySet<(string From, string To)> arrows)
    {
        var nodes = arrows.SelectMany(arrow => new[] { arrow.From, arrow.To }).Distinct().Order(StringComparer.Ordinal).ToList();
        var reach = nodes.ToDictionary(node => node, node => Reach(node, arrows));
        return
        [
            .. nodes
                .Where(node => reach[node].Contains(node))
                .GroupBy(node =>
                    string.Join(" ", nodes.Where(other => other == node || (reach[node].Contains(other) && reach[other].Contains(node))))
                )
                .Select(group => group.Key),
        ];
    }

    private static HashSet<string> Reach(string from, IReadOnlySet<(string From, string To)> arrows)
    {
        var seen = new HashSet<string>();
        var todo = new Stack<string>([from]);
        while (todo.TryPop(out var node))
        {
            foreach (var (_, to) in arrows.Where(arrow => arrow.From == node))
            {
                if (seen.Add(to))
                {
                    todo.Push(to);
                }
            }
        }
        return seen;
    }

    /// <summary>The assembly of a project, built as these tests are.</summary>
    private static string Built(string project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var path = Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, $"{project}.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"{project} is not built.", path);
    }

    private void AddTypes()
    {
        foreach (var handle in _metadata.TypeDefinitions)
        {
            var type = _metadata.GetTypeDefinition(handle);
            var from = Namespace(handle);
            if (from.Length == 0)
            {
                continue;
            }
            Add(from, type.BaseType);
            foreach (var implemented in type.GetInterfaceImplementations())
            {
                Add(from, _metadata.GetInterfaceImplementation(implemented).Interface);
            }
            foreach (var attribute in type.GetCustomAttributes())
            {
                Add(from, _metadata.GetCustomAttribute(attribute).Constructor);
            }
            AddConstraints(from, type.GetGenericParameters());
            foreach (var field in type.GetFields())
            {
                _metadata.GetFieldDefinition(field).DecodeSignature(new Names(this, from), null);
            }
            foreach (var property in type.GetProperties())
            {
                _metadata.GetPropertyDefinition(property).DecodeSignature(new Names(this, from), null);
            }
            foreach (var method in type.GetMethods())
            {
                AddMethod(from, _metadata.GetMethodDefinition(method));
            }
        }
    }

    private void AddMethod(string from, MethodDefinition method)
    {
        method.DecodeSignature(new Names(this, from), null);
        AddConstraints(from, method.GetGenericParameters());
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }
        var body = _image.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(new Names(this, from), null);
        }
        foreach (var region in body.ExceptionRegions)
        {
            Add(from, region.CatchType);
        }
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            var value = (short)code.ReadByte();
            if (value == 0xFE)
            {
                value = (short)((value << 8) | code.ReadByte());
            }
            switch (Codes[value].OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Add(from, MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += sizeof(byte);
                    break;
                case OperandType.InlineVar:
                    code.Offset += sizeof(short);
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += sizeof(long);
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += targets * sizeof(int);
                    break;
                default:
                    code.Offset += sizeof(int);
                    break;
            }
        }
    }

    private void AddConstraints(string from, GenericParameterHandleCollection parameters)
    {
        foreach (var parameter in parameters)
        {
            foreach (var constraint in _metadata.GetGenericParameter(parameter).GetConstraints())
            {
                Add(from, _metadata.GetGenericParameterConstraint(constraint).Type);
            }
        }
    }

    private void Add(string from, EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                Add(from, Namespace((TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(new Names(this, from), null);
                break;
            case HandleKind.MethodDefinition:
                Add(from, _metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Add(from, _metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodSpecification:
                var specification = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(from, specification.Method);
                specification.DecodeSignature(new Names(this, from), null);
                break;
            case HandleKind.MemberReference:
                var member = _metadata.GetMemberReference((MemberReferenceHandle)handle);
                Add(from, member.Parent);
                break;
        }
    }

    private void Add(string from, string to)
    {
        if (to.Length > 0 && to != from)
        {
            _arrows.Add((from, to));
        }
    }

    /// <summary>The namespace of a type, or of the one that it stands in.</summary>
    private string Namespace(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        while (type.GetDeclaringType() is { IsNil: false } around)
        {
            type = _metadata.GetTypeDefinition(around);
        }
        return _metadata.GetString(type.Namespace);
    }

    private void AddUsings(string project)
    {
        var own = _metadata.TypeDefinitions.Select(Namespace).ToHashSet();
        foreach (var file in Repository.Sources(Path.Combine("src", project)))
        {
            var text = File.ReadAllText(file);
            if (NamespaceLine().Match(text) is not { Success: true } declared)
            {
                continue;
            }
            foreach (Match line in UsingLine().Matches(text))
            {
                var name = line.Groups["name"].Value;
                // That of a static using is the one that its type stands in.
                if (!own.Contains(name) && name.LastIndexOf('.') is > 0 and var dot)
                {
                    name = name[..dot];
                }
                if (own.Contains(name))
                {
                    Add(declared.Groups["name"].Value, name);
                }
            }
        }
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (static )?(?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    /// <summary>Notes each type of the project itself that a signature names.</summary>
    private sealed class Names(NamespaceReferences references, string from) : ISignatureTypeProvider<int, object?>
    {
        public int GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            references.Add(from, references.Namespace(handle));
            return 0;
        }

        public int GetTypeFromSpecification(
            MetadataReader reader,
            object? genericContext,
            TypeSpecificationHandle handle,
            byte rawTypeKind
        ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public int GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => 0;

        public int GetPrimitiveType(PrimitiveTypeCode typeCode) => 0;

        public int GetSZArrayType(int elementType) => 0;

        public int GetArrayType(int elementType, ArrayShape shape) => 0;

        public int GetByReferenceType(int elementType) => 0;

        public int GetPointerType(int elementType) => 0;

        public int GetPinnedType(int elementType) => 0;

        public int GetFunctionPointerType(MethodSignature<int> signature) => 0;

        public int GetGenericInstantiation(int genericType, ImmutableArray<int> typeArguments) => 0;

        public int GetGenericMethodParameter(object? genericContext, int index) => 0;

        public int GetGenericTypeParameter(object? genericContext, int index) => 0;

        public int GetModifiedType(int modifier, int unmodifiedType, bool isRequired) => 0;
    }
}
